"""What does the machine give: the time, the folder, other processes' doings?"""

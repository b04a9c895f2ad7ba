"""How are copies of the database made, kept, looked into, and put in its place?"""

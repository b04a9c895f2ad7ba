"""Which colours, type and icons does the window use?"""

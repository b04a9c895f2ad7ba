"""What one may do, a file a verb, and the ports through which it is done."""

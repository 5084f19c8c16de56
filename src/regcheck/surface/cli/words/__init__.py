"""What the command line itself says, in both languages."""

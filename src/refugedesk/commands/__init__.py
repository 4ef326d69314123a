"""What can be done from a terminal or a script: one module for each kind of command."""

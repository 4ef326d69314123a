"""The panels on which a service puts a return of its own together."""

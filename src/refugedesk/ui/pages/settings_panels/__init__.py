"""The panels of the settings page, one module each."""

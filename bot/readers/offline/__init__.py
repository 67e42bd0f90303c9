"""The reader that needs no key and no download: rules over numbered sentences."""

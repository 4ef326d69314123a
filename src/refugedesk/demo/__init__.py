"""An invented refuge, to try the program with: nobody in it exists, nor does the town."""

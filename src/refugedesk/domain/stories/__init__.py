"""Case stories: what may be told of a stay without saying whose it is, and whether it still fits enough people.

``questions`` says what may be told and in which words, ``facts`` works it out from the answers, ``crowd`` counts whom a
story could be about.
"""

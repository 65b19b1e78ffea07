"""Figures: each function takes tidy frames and returns a Plotly figure, or None where there is nothing to show.

`names` maps scenario ids to the names their authors gave, in the order of comparison: the place of a
scenario in it decides its colour, dash and marker everywhere.
"""

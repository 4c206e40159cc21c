"""The generated part of `model/README.md`: tables made from the code, so that they cannot drift from it.

`python -m model.document` rewrites them, `python -m model.document --check` exits 1 and names what is stale.
One file a table; `write` lists them and splices them into the page.
"""

"""Claims of the literature as experiments that may fail: one module a claim, `claim_NN_words.py`.

A claim says what is held, in which rows of the evidence, and what would falsify it (`claim`); its arms are run under
common luck (`conduct`), its predictions are judged with numbers (`judge`), all of it again at draws of the parameters
that no source gives (`draws`), and what was found becomes a table, a certificate and a figure (`findings`,
`certificate`).
"""

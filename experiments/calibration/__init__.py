"""Calibration: which values of the parameters that no source gives bring out what was published of M-Tel."""

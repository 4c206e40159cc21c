"""What can be wrong with a calibration as it is asked for."""


class CalibrationError(Exception):
    """A calibration that cannot be; the message is one sentence for the user."""

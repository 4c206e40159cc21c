"""How two models that have no luck in common are compared."""

from scipy.stats import ks_2samp


def p_values(engines, twins):
    """p-value of the Kolmogorov-Smirnov test of every measure of the second model."""
    return {name: ks_2samp([e[name] for e in engines], [t[name] for t in twins]).pvalue for name in twins[0]}

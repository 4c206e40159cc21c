"""The load of a class on the seminar's server, beside Mesa's own page in the same run (`make bench-seminar`)."""

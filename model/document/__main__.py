"""`python -m model.document [--check]`."""

from model.document.write import main

raise SystemExit(main())

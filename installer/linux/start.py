"""Where the packed program begins; the same as ``python -m refugedesk``."""

import sys

from refugedesk.__main__ import main

sys.exit(main())

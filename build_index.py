"""Build the index: read the content, check it, and publish a snapshot."""

import sys

from app.builder.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

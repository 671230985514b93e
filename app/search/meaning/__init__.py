"""What words and sentences mean, as vectors: for wordings that the texts do not use."""

"""Work that takes a processor a while, in processes of its own that can be killed."""

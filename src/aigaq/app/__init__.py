"""The verbs: one function per thing a person does, shared by the command line and, later, the local web app."""

"""aigaq (айғақ, evidence): what does a bill change, exactly, and what is it doing to people?"""

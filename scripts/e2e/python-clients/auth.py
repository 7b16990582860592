"""Prints as JSON what a client's own Auth makes of its environment: the token and whose it is, or what it raises."""

import importlib
import importlib.util
import json
import sys
import warnings

name = sys.argv[1]
if name == "descarteslabs":
    # Its __init__ imports catalog, compute and 700 MB of dependencies, of which auth needs none.
    sys.modules[name] = importlib.util.module_from_spec(importlib.util.find_spec(name))
Auth = importlib.import_module(f"{name}.auth").Auth


def read(auth, attribute):
    try:
        return getattr(auth, attribute)
    except Exception as error:
        return {"raised": type(error).__name__, "text": str(error)}


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    auth = Auth()
    told = {"token": read(auth, "token")}
    # Without a token each of them would log in once more.
    if isinstance(told["token"], str):
        for attribute in ("payload", "namespace", "all_acl_subjects", "all_owner_acl_subjects"):
            told[attribute] = read(auth, attribute)
told["warnings"] = [str(warning.message) for warning in caught]
print(json.dumps(told))

"""Prints as JSON what the Auth of a client makes of its environment: the token and its owner, or the exception."""

import importlib
import importlib.util
import json
import sys
import warnings

name = sys.argv[1]
if name == "descarteslabs":
    # Its __init__ imports catalog, compute and 700 MB of dependencies, which auth does not need.
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
    result = {"token": read(auth, "token")}
    # Without a token, each attribute would cause another login.
    if isinstance(result["token"], str):
        for attribute in ("payload", "namespace", "all_acl_subjects", "all_owner_acl_subjects"):
            result[attribute] = read(auth, attribute)
result["warnings"] = [str(warning.message) for warning in caught]
print(json.dumps(result))

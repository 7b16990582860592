#!/usr/bin/env bash
# Installs the real programs among which __tests__/systems and __tests__/consumers run the action, outside the tree; what is
# there already in its version stays.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

bash install-proxies.sh
for consumer in dotenv registry s3; do
  bash "../consumers/$consumer/install.sh"
done

/**
 * Starts nginx after writing down how names are looked up where the container runs. nginx does not read
 * `/etc/resolv.conf`, and in Kubernetes short names need the namespace's domain, which its resolver would not add.
 */
export const START_SCRIPT = `#!/bin/sh
# Tells nginx which name servers to ask and, in Kubernetes, the domain that Services are found in; then starts it.
set -eu
servers=
domain=
while read -r keyword first _; do
  case $keyword in
    nameserver)
      case $first in
        *:*) servers="$servers [$first]" ;;
        *) servers="$servers $first" ;;
      esac
      ;;
    search)
      case $first in
        *.svc.*) domain=.$first ;;
      esac
      ;;
  esac
done < /etc/resolv.conf
echo "resolver$servers valid=5s ipv6=off;" > /tmp/resolver.conf
echo "default \\"$domain\\";" > /tmp/cluster-domain.map
exec nginx -c /etc/nginx/nginx.conf -g 'daemon off;'
`;

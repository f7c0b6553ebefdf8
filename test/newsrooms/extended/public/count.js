navigator.sendBeacon('/count', location.pathname);

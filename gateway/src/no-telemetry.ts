/** Nothing about this deployment leaves it: @apollo/gateway reports its environment to its maker unless told otherwise. Imported before it. */
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

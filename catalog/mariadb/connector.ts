import { connectorWith } from '../mysql/connector.ts';

/** As MySQL's; only the collation that tells all texts apart has another name. */
export const connector = connectorWith('mariadb', 'utf8mb4_nopad_bin');

/** Where a Neo4j is and how one gets in. Plain values: an entry reads them off its environment. */
export interface Neo4jSettings {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The server's default where not named. */
  readonly database?: string;
}

/** A partition of the nodes of a graph: every node in exactly one group, no group in pieces. */
export interface Partition {
  /** Group of each node: 0 is the largest, of equal ones the one with the least node. */
  readonly groupOf: Int32Array;
  readonly sizes: Int32Array;
  /** Weight of the edges inside each group, each edge once; and of those that leave it. */
  readonly inside: Float64Array;
  readonly outside: Float64Array;
  /** Modularity of exactly this partition. */
  readonly quality: number;
}

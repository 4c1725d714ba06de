import { FileFault, type Item, type ItemReader } from '../items.ts';
import { readXml, type Tag, type XmlListener } from './xml.ts';

/** A node or an edge whose values are still coming. */
export interface Open {
  readonly tag: Tag;
  readonly values: [name: string, values: readonly string[]][];
  readonly seen: Set<string>;
}

/** The items of an XML file that holds a graph, piece by piece; `no_graph` where there is none in it. */
export const graphFile = (
  createListener: (give: (item: Item) => void, onGraph: () => void) => XmlListener,
): ItemReader =>
  async function* items(file, how) {
    let found: Item[] = [];
    let graphs = 0;
    const listener = createListener(
      (item) => found.push(item),
      () => {
        graphs += 1;
      },
    );
    yield* readXml<Item>(file.read(), how, listener, () => {
      const made = found;
      found = [];
      return made;
    });
    if (found.length > 0) yield found;
    if (graphs === 0) throw new FileFault('no_graph');
  };

// Circles in a graph: Map(node -> Map(node -> anything)).

const nextOf = (graph, node) => [...(graph.get(node)?.keys() ?? [])];

// Tarjan's: the groups in which each node leads to each other.
function knotsIn(graph) {
  const order = new Map();
  const lowest = new Map();
  const stack = [];
  const found = [];
  const visit = (node) => {
    order.set(node, order.size);
    lowest.set(node, order.get(node));
    stack.push(node);
    for (const next of nextOf(graph, node)) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(node, Math.min(lowest.get(node), lowest.get(next)));
    }
    if (lowest.get(node) === order.get(node)) found.push(stack.splice(stack.indexOf(node)));
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found.filter((knot) => knot.length > 1);
}

// The shortest way from a node of a knot back to itself.
function shortestCircle(graph, knot, start) {
  const ways = new Map([[start, [start]]]);
  for (const node of ways.keys()) {
    for (const next of nextOf(graph, node)) {
      if (next === start) return ways.get(node);
      if (knot.includes(next) && !ways.has(next)) ways.set(next, [...ways.get(node), next]);
    }
  }
}

// Of each knot as many short circles as it takes for each node to be in one: all
// that there are would be too many to read.
export function circlesIn(graph) {
  return knotsIn(graph).map((knot) => {
    const circles = new Map();
    for (const node of knot.sort()) {
      const circle = shortestCircle(graph, knot, node);
      const nodes = [...circle].sort().join();
      if (!circles.has(nodes)) circles.set(nodes, circle);
    }
    return { knot, circles: [...circles.values()] };
  });
}

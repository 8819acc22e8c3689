#ifndef ENTENTE_CGRAPHVIZ_SHIM_H
#define ENTENTE_CGRAPHVIZ_SHIM_H

// Graphviz as Swift sees it: a few inline functions over the string interface of libcgraph and libgvc, which has
// kept its meaning from 2.42 to 16. Nothing here reads a struct of Graphviz, whose fields moved in 3, 8 and 10.

#include <stddef.h>
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

// `Agdirected` is a mutable C global, which Swift 6 refuses as a data race; the value is read here instead.
static inline Agraph_t *entente_open_directed(char *name) {
    return agopen(name, Agdirected, NULL);
}

// The kinds are macros up to Graphviz 10 and an enum from 11, which Swift would import as two different types.
static inline Agsym_t *entente_declare_graph_attribute(Agraph_t *graph, char *name, char *value) {
    return agattr(graph, AGRAPH, name, value);
}

static inline Agsym_t *entente_declare_node_attribute(Agraph_t *graph, char *name, char *value) {
    return agattr(graph, AGNODE, name, value);
}

static inline Agsym_t *entente_declare_edge_attribute(Agraph_t *graph, char *name, char *value) {
    return agattr(graph, AGEDGE, name, value);
}

// Nodes are named by their index; the flag 1 means "create".
static inline Agnode_t *entente_add_node(Agraph_t *graph, char *name) {
    return agnode(graph, name, 1);
}

// Edges carry a key, so that parallel edges stay apart and can be read back one by one.
static inline Agedge_t *entente_add_edge(Agraph_t *graph, Agnode_t *tail, Agnode_t *head, char *key) {
    return agedge(graph, tail, head, key, 1);
}

// `agset` and `agget` take `void *`; typed arguments keep a Swift caller from passing the wrong pointer.
static inline int entente_set_node(Agnode_t *node, char *name, char *value) {
    return agset(node, name, value);
}

static inline int entente_set_edge(Agedge_t *edge, char *name, char *value) {
    return agset(edge, name, value);
}

static inline const char *entente_get_graph(Agraph_t *graph, char *name) {
    return agget(graph, name);
}

static inline const char *entente_get_node(Agnode_t *node, char *name) {
    return agget(node, name);
}

static inline const char *entente_get_edge(Agedge_t *edge, char *name) {
    return agget(edge, name);
}

// The callback's typedef was renamed and its argument's constness has differed between versions; one pointer type
// here keeps the Swift closure the same. The level goes to "errors only", since warnings are not a failed layout.
typedef int (*entente_error_callback)(char *);

static inline void entente_catch_errors(entente_error_callback callback) {
    agseterrf((agusererrf)callback);
    agseterr(AGERR);
}

// Errors are counted over the life of the process: this reads and clears the count, which is the only sign of a
// failure that `gvLayout` does not return.
static inline int entente_take_error_count(void) {
    return agreseterrors();
}

// The version number comes as a macro since 14.0 and before that only as the context's text.
static inline const char *entente_graphviz_version(GVC_t *context) {
#if defined(GRAPHVIZ_VERSION_MAJOR) && defined(GRAPHVIZ_VERSION_MINOR)
#define ENTENTE_TEXT_OF(x) #x
#define ENTENTE_TEXT(x) ENTENTE_TEXT_OF(x)
    (void)context;
    return ENTENTE_TEXT(GRAPHVIZ_VERSION_MAJOR) "." ENTENTE_TEXT(GRAPHVIZ_VERSION_MINOR);
#else
    return gvcVersion(context);
#endif
}

#endif

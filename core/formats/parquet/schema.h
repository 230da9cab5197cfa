// The columns of a Parquet file as a tree of JSON values: what becomes an object, an array, a single value.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/formats/parquet/metadata.h"
#include "core/formats/parquet/value_type.h"

namespace tunebench::parquet {

enum class NodeKind { Value, Object, List, Map };

/// Levels are Dremel's: a value of the node is there from its definition level on. A list (or map) has an
/// element from `element_definition` on, and goes on with another one at `element_repetition`.
struct SchemaNode {
    NodeKind kind = NodeKind::Value;
    std::string name = {};
    int definition = 0;
    int element_definition = 0;
    int element_repetition = 0;
    std::vector<SchemaNode> children =
        {};                      // of an object its fields; of a list its element; of a map key, value
    std::size_t first_leaf = 0;  // the stored columns below it, in the order of the file
    std::size_t end_leaf = 0;
};

/// A stored column.
struct SchemaLeaf {
    std::string path = {};  // "messages.list.element.role"
    ValueType type = {};
    int max_definition = 0;
    int max_repetition = 0;
};

struct Schema {
    std::vector<SchemaNode> columns = {};
    std::vector<SchemaLeaf> leaves = {};
};

/// Reads lists and maps as LogicalTypes.md of the format tells, the older forms included. Corrupt when the
/// elements are no tree, a name occurs twice beside itself, or it is nested too deeply.
Result<Schema> build_schema(const std::vector<SchemaElement>& elements);

/// "list<struct<role: text, content: text>>"
std::string name_of(const Schema& schema, const SchemaNode& node);

/// Whether the map can be an object: its keys are texts.
bool has_text_keys(const Schema& schema, const SchemaNode& map);

}  // namespace tunebench::parquet

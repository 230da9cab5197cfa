#include "core/formats/parquet/schema.h"

#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "core/base/utf8.h"
#include "core/formats/parquet/errors.h"

namespace tunebench::parquet {

namespace {

constexpr int kMaxSchemaDepth = 64;

/// An element of the flat list with its children, which the list only implies.
struct Element {
    const SchemaElement* stored = nullptr;
    std::vector<Element> children = {};

    Repetition repetition() const { return static_cast<Repetition>(stored->repetition); }
    bool is_group() const { return !stored->type; }
    bool is_list() const {
        return stored->logical.kind == LogicalKind::List || stored->converted == ConvertedType::List;
    }
    bool is_map() const {
        return stored->logical.kind == LogicalKind::Map || stored->converted == ConvertedType::Map ||
               stored->converted == ConvertedType::MapKeyValue;
    }
};

class TreeReader {
public:
    explicit TreeReader(const std::vector<SchemaElement>& elements) : elements_(elements) {}

    Result<Element> read_root() {
        TRY(auto root, read(0));
        if (at_ != elements_.size())
            return corrupt("the schema has elements that belong to no group");
        if (!root.is_group())
            return corrupt("the schema has no columns");
        return root;
    }

private:
    Result<Element> read(int depth) {
        if (at_ == elements_.size())
            return corrupt("the schema lacks elements");
        if (depth > kMaxSchemaDepth)
            return corrupt(fmt::format("the schema is nested more than {} levels deep", kMaxSchemaDepth));
        const auto& stored = elements_[at_++];
        Element element{.stored = &stored};
        if (stored.repetition < 0 || stored.repetition > static_cast<int>(Repetition::Repeated))
            return unsupported(
                fmt::format("the schema's element {} has the repetition {}", at_ - 1, stored.repetition),
                "Write the file again without fixed-size vectors.");
        if (!is_valid_utf8(stored.name))
            return corrupt(fmt::format("the name of the schema's element {} is not UTF-8", at_ - 1));
        if (element.is_group())
            TRY_VOID(read_children(element, depth));
        return element;
    }

    Result<void> read_children(Element& group, int depth) {
        if (group.stored->num_children <= 0)
            return corrupt(fmt::format("the schema's group '{}' has no fields", group.stored->name));
        std::unordered_set<std::string_view> names;
        for (std::int32_t i = 0; i < group.stored->num_children; ++i) {
            TRY(auto child, read(depth + 1));
            if (!names.insert(child.stored->name).second)
                return corrupt(fmt::format("the schema's group '{}' has the field '{}' twice",
                                           group.stored->name, child.stored->name));
            group.children.push_back(std::move(child));
        }
        return {};
    }

    const std::vector<SchemaElement>& elements_;
    std::size_t at_ = 0;
};

/// Where in the tree a node is made.
struct Place {
    std::string path = {};
    int definition = 0;
    int repetition = 0;

    Place below(const Element& element) const {
        Place place = *this;
        place.path += (path.empty() ? "" : ".") + element.stored->name;
        place.definition += element.repetition() == Repetition::Required ? 0 : 1;
        place.repetition += element.repetition() == Repetition::Repeated ? 1 : 0;
        return place;
    }
};

class NodeBuilder {
public:
    Result<Schema> build(const Element& root) {
        for (const auto& child : root.children) {
            TRY(auto column, node(child, {}));
            schema_.columns.push_back(std::move(column));
        }
        return std::move(schema_);
    }

private:
    using Fill = Result<void> (NodeBuilder::*)(SchemaNode&, const Element&, const Place&);

    /// A repeated field is a list of what it would be if it were required.
    Result<SchemaNode> node(const Element& element, const Place& parent) {
        const auto place = parent.below(element);
        if (element.repetition() != Repetition::Repeated)
            return body(element, place);
        SchemaNode list{.kind = NodeKind::List, .name = element.stored->name, .first_leaf = leaf_count()};
        set_levels(list, parent, place);
        TRY(auto item, body(element, place));
        list.children.push_back(std::move(item));
        list.end_leaf = leaf_count();
        return list;
    }

    Result<SchemaNode> body(const Element& element, const Place& place) {
        SchemaNode node{.kind = NodeKind::Object,
                        .name = element.stored->name,
                        .definition = place.definition,
                        .first_leaf = leaf_count()};
        TRY_VOID((this->*fill_for(element))(node, element, place));
        node.end_leaf = leaf_count();
        return node;
    }

    static Fill fill_for(const Element& element) {
        if (!element.is_group())
            return &NodeBuilder::fill_value;
        const bool wraps_repeated =
            element.children.size() == 1 && element.children[0].repetition() == Repetition::Repeated;
        if (wraps_repeated && element.is_list())
            return &NodeBuilder::fill_list;
        if (wraps_repeated && element.is_map() && element.children[0].children.size() == 2)
            return &NodeBuilder::fill_map;
        return &NodeBuilder::fill_object;
    }

    Result<void> fill_value(SchemaNode& node, const Element& element, const Place& place) {
        node.kind = NodeKind::Value;
        auto type = value_type_of(*element.stored);
        if (!type) {
            auto error = type.error();
            error.message = fmt::format("column '{}': {}", place.path, error.message);
            return error;
        }
        schema_.leaves.push_back({.path = place.path,
                                  .type = *type,
                                  .max_definition = place.definition,
                                  .max_repetition = place.repetition});
        return {};
    }

    Result<void> fill_object(SchemaNode& node, const Element& element, const Place& place) {
        for (const auto& child : element.children) {
            TRY(auto field, this->node(child, place));
            node.children.push_back(std::move(field));
        }
        return {};
    }

    Result<void> fill_list(SchemaNode& node, const Element& element, const Place& place) {
        const auto& repeated = element.children[0];
        const auto inside = place.below(repeated);
        node.kind = NodeKind::List;
        set_levels(node, place, inside);
        TRY(auto item,
            is_item(repeated, element) ? body(repeated, inside) : this->node(repeated.children[0], inside));
        node.children.push_back(std::move(item));
        return {};
    }

    Result<void> fill_map(SchemaNode& node, const Element& element, const Place& place) {
        const auto& entry = element.children[0];
        const auto inside = place.below(entry);
        TRY_VOID(fill_object(node, entry, inside));
        node.kind = NodeKind::Map;
        set_levels(node, place, inside);
        return {};
    }

    /// The rules of backward compatibility: whether the repeated field is the list's item itself, not a
    /// wrapper around it.
    static bool is_item(const Element& repeated, const Element& list) {
        return !repeated.is_group() || repeated.children.size() != 1 ||
               repeated.children[0].repetition() == Repetition::Repeated ||
               repeated.stored->name == "array" || repeated.stored->name == list.stored->name + "_tuple";
    }

    static void set_levels(SchemaNode& list, const Place& outside, const Place& inside) {
        list.definition = outside.definition;
        list.element_definition = inside.definition;
        list.element_repetition = inside.repetition;
    }

    std::size_t leaf_count() const { return schema_.leaves.size(); }

    Schema schema_ = {};
};

}  // namespace

Result<Schema> build_schema(const std::vector<SchemaElement>& elements) {
    TRY(const auto root, TreeReader(elements).read_root());
    return NodeBuilder().build(root);
}

std::string name_of(const Schema& schema, const SchemaNode& node) {
    const auto child = [&](std::size_t i) { return name_of(schema, node.children[i]); };
    switch (node.kind) {
        case NodeKind::Value:
            return name_of(schema.leaves[node.first_leaf].type);
        case NodeKind::List:
            return fmt::format("list<{}>", child(0));
        case NodeKind::Map:
            return fmt::format("map<{}, {}>", child(0), child(1));
        case NodeKind::Object:
            break;
    }
    std::string fields;
    for (std::size_t i = 0; i < node.children.size(); ++i)
        fields += fmt::format("{}{}: {}", i > 0 ? ", " : "", node.children[i].name, child(i));
    return fmt::format("struct<{}>", fields);
}

bool has_text_keys(const Schema& schema, const SchemaNode& map) {
    const auto& key = map.children[0];
    if (key.kind != NodeKind::Value)
        return false;
    const auto& type = schema.leaves[key.first_leaf].type;
    return type.meaning == Meaning::Text ||
           (type.meaning == Meaning::Stored && type.physical == PhysicalType::ByteArray);
}

}  // namespace tunebench::parquet

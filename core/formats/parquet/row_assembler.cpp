#include "core/formats/parquet/row_assembler.h"

#include <unordered_map>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/formats/parquet/errors.h"
#include "core/formats/parquet/value_json.h"

namespace tunebench::parquet {

namespace {

/// The name is not there yet: looking for it would make wide rows slow.
void add(OrderedJson& object, const std::string& name, OrderedJson value) {
    OrderedJson::object_t::Container& members = object.get_ref<OrderedJson::object_t&>();
    members.emplace_back(name, std::move(value));
}

/// The last of several values with one key counts.
class MapObject {
public:
    void set(const std::string& key, OrderedJson value) {
        const auto [place, is_new] = places_.emplace(key, places_.size());
        if (is_new)
            add(object_, key, std::move(value));
        else
            std::next(object_.begin(), static_cast<std::ptrdiff_t>(place->second)).value() = std::move(value);
    }
    OrderedJson take() && { return std::move(object_); }

private:
    OrderedJson object_ = OrderedJson::object();
    std::unordered_map<std::string, std::size_t> places_ = {};
};

Error disagree(const SchemaLeaf& leaf) {
    return corrupt(fmt::format("column '{}': its levels do not fit those of its neighbours", leaf.path));
}

}  // namespace

Result<AssembledRow> RowAssembler::read_row(const std::vector<std::size_t>& selected) {
    values_left_ = limits_->max_values;
    bytes_left_ = limits_->max_bytes;
    flaw_.reset();
    auto row = OrderedJson::object();
    for (const auto index : selected) {
        const auto& node = schema_->columns[index];
        TRY_VOID(check_row_border(node));
        TRY(auto value, read(node));
        TRY_VOID(check_row_border(node));
        add(row, node.name, std::move(value));
    }
    return AssembledRow{std::move(row), flaw_};
}

Result<void> RowAssembler::check_row_border(const SchemaNode& node) const {
    for (auto leaf = node.first_leaf; leaf < node.end_leaf; ++leaf)
        if (column(leaf).repetition() != 0)
            return corrupt(fmt::format("column '{}': a value belongs to no row", column(leaf).leaf().path));
    return {};
}

Result<void> RowAssembler::charge(std::size_t bytes) {
    if (values_left_ == 0)
        return unsupported(fmt::format("the row has more than {} values", limits_->max_values),
                           "Split the row into shorter examples.");
    if (bytes > bytes_left_)
        return unsupported(fmt::format("the row has more than {}", format_bytes(limits_->max_bytes)),
                           "Split the text into shorter examples.");
    --values_left_;
    bytes_left_ -= bytes;
    return {};
}

/// Whether the entries at hand are defined up to there: all of the node's columns say the same.
Result<bool> RowAssembler::reaches(const SchemaNode& node, int definition) const {
    const bool first = column(node.first_leaf).definition() >= definition;
    for (auto leaf = node.first_leaf; leaf < node.end_leaf; ++leaf) {
        if (column(leaf).at_end())
            return corrupt(
                fmt::format("column '{}': it ends before the row group does", column(leaf).leaf().path));
        if ((column(leaf).definition() >= definition) != first)
            return disagree(column(leaf).leaf());
    }
    return first;
}

/// Whether the entries at hand begin another element of the list.
Result<bool> RowAssembler::goes_on(const SchemaNode& list) const {
    const bool first = column(list.first_leaf).repetition() == list.element_repetition;
    for (auto leaf = list.first_leaf; leaf < list.end_leaf; ++leaf) {
        const auto repetition = column(leaf).repetition();
        if (repetition > list.element_repetition || (repetition == list.element_repetition) != first)
            return disagree(column(leaf).leaf());
    }
    return first;
}

/// Leaves out the entries at hand, which stand for what is not there.
Result<void> RowAssembler::pass(const SchemaNode& node) {
    for (auto leaf = node.first_leaf; leaf < node.end_leaf; ++leaf)
        TRY_VOID(column(leaf).advance());
    return {};
}

Result<OrderedJson> RowAssembler::read(const SchemaNode& node) {
    TRY_VOID(charge(0));
    TRY(const bool is_there, reaches(node, node.definition));
    if (!is_there) {
        TRY_VOID(pass(node));
        return OrderedJson();
    }
    switch (node.kind) {
        case NodeKind::Value:
            return read_value(node);
        case NodeKind::Object:
            return read_object(node);
        case NodeKind::List:
            return read_list(node);
        case NodeKind::Map:
            return read_map(node);
    }
    return OrderedJson();
}

Result<OrderedJson> RowAssembler::read_value(const SchemaNode& node) {
    auto& entries = column(node.first_leaf);
    TRY(const auto value, entries.take_value());
    if (const auto* bytes = std::get_if<std::string_view>(&value))
        TRY_VOID(charge(bytes->size()));
    auto json = json_of(entries.leaf().type, value);
    TRY_VOID(entries.advance());
    if (json)
        return json;
    if (!flaw_) {
        flaw_ = json.error();
        flaw_->message = fmt::format("column '{}': {}", entries.leaf().path, flaw_->message);
    }
    return OrderedJson();
}

Result<OrderedJson> RowAssembler::read_object(const SchemaNode& node) {
    auto object = OrderedJson::object();
    for (const auto& field : node.children) {
        TRY(auto value, read(field));
        add(object, field.name, std::move(value));
    }
    return object;
}

Result<OrderedJson> RowAssembler::read_list(const SchemaNode& node) {
    auto list = OrderedJson::array();
    TRY(bool more, reaches(node, node.element_definition));
    if (!more)
        TRY_VOID(pass(node));
    while (more) {
        TRY(auto element, read(node.children[0]));
        list.push_back(std::move(element));
        TRY(more, goes_on(node));
    }
    return list;
}

Result<OrderedJson> RowAssembler::read_map(const SchemaNode& node) {
    const bool is_object = has_text_keys(*schema_, node);
    MapObject object;
    auto pairs = OrderedJson::array();
    TRY(bool more, reaches(node, node.element_definition));
    if (!more)
        TRY_VOID(pass(node));
    while (more) {
        TRY(auto key, read(node.children[0]));
        TRY(auto value, read(node.children[1]));
        const auto* name = key.get_ptr<const std::string*>();
        if (is_object && !name && !flaw_)
            flaw_ = corrupt(fmt::format("column '{}': a key of the map is null", node.name));
        if (is_object)
            object.set(name ? *name : "", std::move(value));
        else
            pairs.push_back(OrderedJson::array({std::move(key), std::move(value)}));
        TRY(more, goes_on(node));
    }
    return is_object ? std::move(object).take() : pairs;
}

}  // namespace tunebench::parquet

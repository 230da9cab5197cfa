#include "core/history/run_table.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include <fmt/format.h>

namespace tunebench {
namespace {

/// What a value is compared by.
struct SortKey {
    enum class Rank { Number, Text, Missing };
    Rank rank = Rank::Missing;
    double number = 0.0;
    std::string text = {};  // in lower case, for a-z

    bool is_before(const SortKey& other, bool is_descending) const {
        if (rank != other.rank)
            return rank < other.rank;
        if (rank == Rank::Number)
            return is_descending ? other.number < number : number < other.number;
        return is_descending ? other.text < text : text < other.text;
    }
};

SortKey sort_key_of(const FilterValue& value) {
    if (const auto* number = std::get_if<double>(&value); number && !std::isnan(*number))
        return {.rank = SortKey::Rank::Number, .number = *number};
    const auto* text = std::get_if<std::string>(&value);
    if (!text || text->empty())
        return {};
    SortKey key{.rank = SortKey::Rank::Text, .text = *text};
    for (char& letter : key.text)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return key;
}

void sort_rows(std::vector<std::size_t>& rows, const RunTable::Values& values, bool is_descending) {
    std::vector<SortKey> keys(values.size());
    for (const std::size_t row : rows)
        keys[row] = sort_key_of(values[row]);
    std::ranges::stable_sort(
        rows, [&](std::size_t a, std::size_t b) { return keys[a].is_before(keys[b], is_descending); });
}

/// Equal for equal values, whatever they are.
std::string identity_of(const std::vector<FilterValue>& values) {
    std::string identity;
    for (const FilterValue& value : values) {
        identity += static_cast<char>('0' + value.index());
        if (const auto* number = std::get_if<double>(&value))
            identity += fmt::format("{}", *number);
        else if (const auto* text = std::get_if<std::string>(&value))
            identity += *text;
        identity += '\0';
    }
    return identity;
}

std::vector<FilterValue> values_at(const std::vector<const RunTable::Values*>& columns, std::size_t row) {
    std::vector<FilterValue> values;
    for (const auto* column : columns)
        values.push_back(column ? (*column)[row] : FilterValue());
    return values;
}

}  // namespace

void RunTable::add(std::string column, Values values) {
    values.resize(size());
    columns_.insert_or_assign(std::move(column), std::make_shared<const Values>(std::move(values)));
}

void RunTable::share(const RunTable& other, const std::string& column) {
    if (const auto found = other.columns_.find(column); found != other.columns_.end())
        columns_.insert_or_assign(column, found->second);
}

const RunTable::Values* RunTable::find(std::string_view column) const {
    const auto found = columns_.find(column);
    return found == columns_.end() ? nullptr : found->second.get();
}

std::vector<std::size_t> RunTable::matching(const Filter& filter) const {
    std::vector<const Values*> columns;
    for (const FilterColumn& column : filter.columns())
        columns.push_back(find(column.name));
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < size(); ++row)
        if (filter.matches(values_at(columns, row)))
            rows.push_back(row);
    return rows;
}

std::vector<RunGroup> arranged(const RunTable& table, std::vector<std::size_t> rows, const RunOrder& order) {
    if (const auto* values = table.find(order.column))
        sort_rows(rows, *values, order.is_descending);
    if (order.group_by.empty())
        return {RunGroup{.rows = std::move(rows)}};
    std::vector<const RunTable::Values*> columns;
    for (const std::string& name : order.group_by)
        columns.push_back(table.find(name));
    std::vector<RunGroup> groups;
    std::unordered_map<std::string, std::size_t> known;
    for (const std::size_t row : rows) {
        auto key = values_at(columns, row);
        const auto [place, is_new] = known.emplace(identity_of(key), groups.size());
        if (is_new)
            groups.push_back({.key = std::move(key)});
        groups[place->second].rows.push_back(row);
    }
    return groups;
}

GroupFigure figure_of(const RunTable::Values& values, std::span<const std::size_t> rows) {
    GroupFigure figure;
    double squares = 0.0;
    for (const std::size_t row : rows) {
        const auto* number = std::get_if<double>(&values[row]);
        if (!number || std::isnan(*number))
            continue;
        ++figure.count;
        const double before = *number - figure.mean;
        figure.mean += before / static_cast<double>(figure.count);
        squares += before * (*number - figure.mean);
    }
    if (figure.count > 1)
        figure.deviation = std::sqrt(squares / static_cast<double>(figure.count - 1));
    return figure;
}

}  // namespace tunebench

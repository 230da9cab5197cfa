#include "app/cli/fit_table_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/table.h"
#include "core/base/byte_units.h"

namespace tunebench::cli {
namespace {

constexpr std::size_t kBar = 8;  // characters that stand for the limit

/// "###·····"; what is more than the limit ends in a "!".
std::string bar(std::uint64_t bytes, std::uint64_t limit) {
    if (bytes > limit)
        return std::string(kBar, '#') + "!";
    const auto share = static_cast<double>(bytes) / static_cast<double>(std::max<std::uint64_t>(limit, 1));
    const auto filled = std::clamp<std::size_t>(static_cast<std::size_t>(share * kBar + 0.5), 1, kBar);
    return std::string(filled, '#') + std::string(kBar - filled, '.') + " ";
}

std::string text_of(const FitCell& cell, std::uint64_t limit) {
    if (cell.refusal)
        return "-" + std::string(kBar + 2, ' ');
    return fmt::format("{}{} {}", cell.is_chosen ? "*" : "", format_bytes(cell.expected_bytes),
                       bar(cell.expected_bytes, limit));
}

OrderedJson to_json(const FitCell& cell, std::uint64_t limit) {
    OrderedJson json = {{"precision", cell.precision}};
    if (cell.refusal)
        json["refusal"] = cell.refusal->message;
    else
        json.update({{"expected_peak_bytes", cell.expected_bytes}, {"fits", cell.expected_bytes <= limit}});
    return json;
}

}  // namespace

std::string fit_table_text(const std::vector<FitRow>& rows, std::uint64_t limit_bytes) {
    std::vector<Column> columns = {{"method", Align::Left}, {"trained", Align::Right}};
    for (const auto& precision : precision_choices())
        columns.push_back({std::string(precision.title) + std::string(kBar + 2, ' '), Align::Right});
    Table table(columns);
    for (const auto& row : rows) {
        std::vector<std::string> cells = {row.title,
                                          format_count(static_cast<std::uint64_t>(row.trainable_parameters))};
        for (const auto& cell : row.cells)
            cells.push_back(text_of(cell, limit_bytes));
        table.add(std::move(cells));
    }
    return table.text() +
           fmt::format("\nBars end at {}; ! does not fit, - cannot be, * is the run as it is.\n",
                       format_bytes(limit_bytes));
}

OrderedJson fit_table_to_json(const std::vector<FitRow>& rows, std::uint64_t limit_bytes) {
    OrderedJson precisions = OrderedJson::array();
    for (const auto& precision : precision_choices())
        precisions.push_back({{"id", precision.id}, {"title", precision.title}});
    OrderedJson methods = OrderedJson::array();
    for (const auto& row : rows) {
        OrderedJson cells = OrderedJson::array();
        for (const auto& cell : row.cells)
            cells.push_back(to_json(cell, limit_bytes));
        methods.push_back({{"id", row.method},
                           {"title", row.title},
                           {"trainable_parameters", row.trainable_parameters},
                           {"cells", std::move(cells)}});
    }
    return {
        {"limit_bytes", limit_bytes}, {"precisions", std::move(precisions)}, {"methods", std::move(methods)}};
}

}  // namespace tunebench::cli

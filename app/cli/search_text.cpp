#include "app/cli/search_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/table.h"
#include "app/cli/terminal.h"
#include "core/base/byte_units.h"

namespace tunebench::cli {
namespace {

std::string access_text(const SearchHit& hit) {
    return hit.is_private ? "private" : hit.is_gated ? "gated" : "open";
}

std::string weights_text(const SearchHit& hit) {
    return hit.weight_bytes > 0 ? format_bytes(hit.weight_bytes) : "-";
}

std::string day_of(const std::string& timestamp) {
    return timestamp.substr(0, timestamp.find('T'));
}

std::string size_text(const HubFile& file) {
    return file.size ? format_bytes(*file.size) : "-";
}

bool is_among(const HubFile& file, const Result<std::vector<HubFile>>& files) {
    return files && std::find(files->begin(), files->end(), file) != files->end();
}

std::uint64_t total_bytes(const std::vector<HubFile>& files) {
    std::uint64_t bytes = 0;
    for (const auto& file : files)
        bytes += file.size.value_or(0);
    return bytes;
}

}  // namespace

std::string search_text(RepositoryKind kind, const std::string& name, const std::vector<SearchHit>& hits) {
    const bool is_model = kind == RepositoryKind::Model;
    if (hits.empty())
        return fmt::format("The hub knows no {} with \"{}\" in its name.", is_model ? "model" : "data set",
                           printable(name, false));
    std::vector<Column> columns = {{"Name"}, {"Downloads", Align::Right}};
    if (is_model)
        columns.insert(columns.end(), {{"Weights", Align::Right}, {"Task"}});
    columns.insert(columns.end(), {{"Licence"}, {"Access"}, {"Changed"}});
    Table table(columns);
    for (const auto& hit : hits) {
        std::vector<std::string> cells = {hit.id, format_count(static_cast<std::uint64_t>(hit.downloads))};
        if (is_model)
            cells.insert(cells.end(), {weights_text(hit), hit.task});
        cells.insert(cells.end(), {hit.licence, access_text(hit), day_of(hit.modified)});
        table.add(std::move(cells));
    }
    return table.text();
}

OrderedJson search_json(RepositoryKind kind, const std::vector<SearchHit>& hits) {
    OrderedJson list = OrderedJson::array();
    for (const auto& hit : hits)
        list.push_back({{"id", hit.id},
                        {"kind", kind == RepositoryKind::Model ? "model" : "dataset"},
                        {"downloads", hit.downloads},
                        {"likes", hit.likes},
                        {"task", hit.task},
                        {"licence", hit.licence},
                        {"gated", hit.is_gated},
                        {"private", hit.is_private},
                        {"modified", hit.modified},
                        {"weight_bytes", hit.weight_bytes}});
    return {{"results", std::move(list)}};
}

std::string listing_text(const RepositoryListing& listing, const Result<std::vector<HubFile>>& chosen) {
    Table table({{"File"}, {"Size", Align::Right}, {"Download"}});
    for (const auto& file : listing.files)
        table.add({printable(file.path, false), size_text(file), is_among(file, chosen) ? "yes" : ""});
    std::string text = fmt::format("{}\nCommit {}\n", table.text(), listing.commit);
    if (chosen)
        return text + fmt::format("`download` takes {} of {} files, {}.", chosen->size(),
                                  listing.files.size(), format_bytes(total_bytes(*chosen)));
    return text + fmt::format("`download` takes nothing: {} {}", chosen.error().message, chosen.error().hint);
}

OrderedJson listing_json(const Repository& repository, const RepositoryListing& listing,
                         const Result<std::vector<HubFile>>& chosen) {
    OrderedJson files = OrderedJson::array();
    for (const auto& file : listing.files) {
        OrderedJson entry = {{"path", file.path}};
        entry["size"] = file.size ? OrderedJson(*file.size) : OrderedJson(nullptr);
        entry["hash"] = file.hash;
        entry["chosen"] = is_among(file, chosen);
        files.push_back(std::move(entry));
    }
    return {{"repository", repository.id},
            {"kind", repository.kind == RepositoryKind::Model ? "model" : "dataset"},
            {"commit", listing.commit},
            {"chosen_bytes", chosen ? total_bytes(*chosen) : 0},
            {"files", std::move(files)}};
}

}  // namespace tunebench::cli

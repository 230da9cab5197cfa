#include "core/hub/search_hit.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "core/hub/repository.h"

namespace tunebench {

namespace {

constexpr std::size_t kLongestText = 60;
constexpr std::uint64_t kMostWeightBytes = std::uint64_t{1} << 50;

/// Words of others: nothing in them that a terminal obeys, and no more than a cell of a table holds.
std::string short_text(const std::string& raw) {
    std::string text;
    for (const char c : raw.substr(0, kLongestText))
        text += c >= 0x20 && c < 0x7F ? c : '?';
    return text;
}

Result<std::string> short_member(const Json& entry, std::string_view key) {
    TRY(const auto text, optional_string(entry, key));
    return short_text(text.value_or(""));
}

Result<std::int64_t> count_member(const Json& entry, std::string_view key) {
    TRY(const auto count, optional_integer(entry, key));
    return std::max<std::int64_t>(0, count.value_or(0));
}

/// false, "auto" or "manual"; mirrors say true.
Result<bool> is_gated(const Json& entry) {
    const Json* gated = find_member(entry, "gated");
    if (gated == nullptr || gated->is_null())
        return false;
    if (gated->is_string())
        return true;
    TRY(const auto is_true, optional_boolean(entry, "gated"));
    return is_true.value_or(false);
}

/// Cards state the licence as a tag: "license:apache-2.0".
Result<std::string> licence_of(const Json& entry) {
    constexpr std::string_view kPrefix = "license:";
    const Json* tags = find_member(entry, "tags");
    if (tags == nullptr || tags->is_null())
        return std::string();
    TRY(const auto texts, json_strings(entry, "tags"));
    for (const auto& tag : texts)
        if (tag.starts_with(kPrefix))
            return short_text(tag.substr(kPrefix.size()));
    return std::string();
}

/// Bytes of an element; 0 for a type that is not known here.
std::uint64_t element_bytes(const std::string& type) {
    constexpr std::array<std::pair<std::string_view, std::uint64_t>, 15> kTypes = {{{"F64", 8},
                                                                                    {"I64", 8},
                                                                                    {"U64", 8},
                                                                                    {"F32", 4},
                                                                                    {"I32", 4},
                                                                                    {"U32", 4},
                                                                                    {"F16", 2},
                                                                                    {"BF16", 2},
                                                                                    {"I16", 2},
                                                                                    {"U16", 2},
                                                                                    {"I8", 1},
                                                                                    {"U8", 1},
                                                                                    {"BOOL", 1},
                                                                                    {"F8_E4M3", 1},
                                                                                    {"F8_E5M2", 1}}};
    for (const auto& [name, bytes] : kTypes)
        if (name == type)
            return bytes;
    return 0;
}

/// From "safetensors": {"parameters": {"BF16": 494032768}}. 0 unless all of it can be told.
std::uint64_t weight_bytes_of(const Json& entry) {
    const Json* weights = find_member(entry, "safetensors");
    const Json* types = weights == nullptr ? nullptr : find_member(*weights, "parameters");
    if (types == nullptr || !types->is_object())
        return 0;
    std::uint64_t bytes = 0;
    for (const auto& [type, count] : types->items()) {
        const std::uint64_t width = element_bytes(type);
        if (width == 0 || !count.is_number_unsigned() || count.get<std::uint64_t>() > kMostWeightBytes)
            return 0;
        bytes += width * count.get<std::uint64_t>();
        if (bytes > kMostWeightBytes)
            return 0;
    }
    return bytes;
}

}  // namespace

Result<std::optional<SearchHit>> search_hit_of(const Json& entry) {
    SearchHit hit;
    TRY(hit.id, json_string(entry, "id"));
    TRY(hit.downloads, count_member(entry, "downloads"));
    TRY(hit.likes, count_member(entry, "likes"));
    TRY(hit.task, short_member(entry, "pipeline_tag"));
    TRY(hit.modified, short_member(entry, "lastModified"));
    TRY(hit.licence, licence_of(entry));
    TRY(hit.is_gated, is_gated(entry));
    TRY(const auto is_private, optional_boolean(entry, "private"));
    hit.is_private = is_private.value_or(false);
    hit.weight_bytes = weight_bytes_of(entry);
    if (!parse_repository(hit.id, RepositoryKind::Model))
        return std::optional<SearchHit>();
    return std::optional(std::move(hit));
}

}  // namespace tunebench

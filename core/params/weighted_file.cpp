#include "core/params/weighted_file.h"

#include <charconv>
#include <cmath>

#include "core/base/text_distance.h"
#include "core/params/row_slice.h"

namespace tunebench {
namespace {

constexpr double kMostWeight = 1000.0;
constexpr std::string_view kWeightWord = "weight=";
constexpr std::string_view kSliceWord = "slice=";

Error wrong_weight(std::string_view text) {
    return {
        .code = ErrorCode::InvalidArgument,
        .message = fmt::format("the weight '{}' is no number above 0 and at most {:g}", text, kMostWeight),
        .hint = "2 reads each row twice an epoch, 0.5 half of the rows."};
}

Result<void> set_weight(WeightedFile& file, double weight) {
    if (!std::isfinite(weight) || weight <= 0.0 || weight > kMostWeight)
        return wrong_weight(fmt::format("{:g}", weight));
    file.weight = weight;
    return {};
}

Result<void> set_slice(WeightedFile& file, std::string_view slice) {
    TRY([[maybe_unused]] const auto parsed, parse_row_slice(slice));
    file.slice = slice;
    return {};
}

Result<void> set_weight_text(WeightedFile& file, std::string_view text) {
    double weight = 0.0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, weight);
    if (read.ec != std::errc() || read.ptr != end)
        return wrong_weight(text);
    return set_weight(file, weight);
}

Result<void> set_member(WeightedFile& file, const std::string& key, const ParamValue& value) {
    const auto* text = value.get<std::string>();
    if (key == "path" && text) {
        file.path = *text;
        return {};
    }
    if (key == "slice" && text)
        return set_slice(file, *text);
    if (key == "weight")
        if (const auto* whole = value.get<std::int64_t>())
            return set_weight(file, static_cast<double>(*whole));
    if (key == "weight")
        if (const auto* real = value.get<double>())
            return set_weight(file, *real);
    const std::vector<std::string> known = {"path", "weight", "slice"};
    const auto near = nearest(key, known);
    const bool is_known = near == key;
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = is_known ? fmt::format("'{}' of a file must be {}", key,
                                                   key == "weight" ? "a number" : "text")
                                     : fmt::format("'{}' of a file is not a known field", key),
                 .hint = is_known || near.empty() ? "A file has path, weight and slice."
                                                  : fmt::format("Did you mean '{}'?", near)};
}

Result<WeightedFile> file_from_map(const ParamMap& map) {
    WeightedFile file;
    for (const auto& [key, value] : map.entries)
        TRY_VOID(set_member(file, key, value));
    if (file.path.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "an entry has no path",
                     .hint = "Write {\"path\": \"file.jsonl\", \"weight\": 2}."};
    return file;
}

Result<WeightedFile> file_from_value(const ParamValue& value) {
    if (const auto* text = value.get<std::string>())
        return weighted_file_from_text(*text);
    if (const auto* map = value.get<ParamMap>())
        return file_from_map(*map);
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = "must be a list of texts or of objects with a path",
                 .hint = "Write [\"file.jsonl\"]."};
}

ParamMap map_of_file(const WeightedFile& file) {
    ParamMap map;
    map.set("path", file.path);
    if (file.weight != 1.0)
        map.set("weight", file.weight);
    if (!file.slice.empty())
        map.set("slice", file.slice);
    return map;
}

/// A text, or a map for a path that would read otherwise as text.
ParamValue value_of_file(WeightedFile file) {
    file.is_held_out = false;
    auto text = weighted_file_text(file);
    const auto again = weighted_file_from_text(text);
    return again && *again == file ? ParamValue(std::move(text)) : ParamValue(map_of_file(file));
}

}  // namespace

WeightedFile held_out(std::string path) {
    WeightedFile file(std::move(path));
    file.is_held_out = true;
    return file;
}

std::string weighted_file_text(const WeightedFile& file) {
    auto text = file.path;
    if (file.weight != 1.0)
        text += fmt::format(" {}{}", kWeightWord, file.weight);
    if (!file.slice.empty())
        text += fmt::format(" {}{}", kSliceWord, file.slice);
    return text;
}

Result<WeightedFile> weighted_file_from_text(std::string_view text) {
    WeightedFile file;
    while (true) {
        const auto space = text.rfind(' ');
        const auto word = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
        if (word.starts_with(kWeightWord))
            TRY_VOID(set_weight_text(file, word.substr(kWeightWord.size())));
        else if (word.starts_with(kSliceWord))
            TRY_VOID(set_slice(file, word.substr(kSliceWord.size())));
        else
            break;
        text = text.substr(0, text.find_last_not_of(' ', space) + 1);
    }
    file.path = text;
    return file;
}

ParamValue ParamCodec<std::vector<WeightedFile>>::to_value(const std::vector<WeightedFile>& files,
                                                           const ParamSpec&) {
    ParamList list;
    for (const auto& file : files)
        list.push_back(value_of_file(file));
    return list;
}

Result<std::vector<WeightedFile>> ParamCodec<std::vector<WeightedFile>>::from_value(const ParamValue& value,
                                                                                    const ParamSpec& spec) {
    const auto* list = value.get<ParamList>();
    if (!list)
        return param_error(spec, "must be a list of texts");
    std::vector<WeightedFile> files;
    for (const auto& entry : *list) {
        auto file = file_from_value(entry);
        if (!file) {
            const auto& reason = file.error();
            auto error = param_error(spec, reason.message.starts_with("must")
                                               ? reason.message
                                               : "has an entry that cannot be used: " + reason.message);
            error.hint = reason.hint;
            return error;
        }
        files.push_back(*std::move(file));
    }
    return files;
}

ParamValue with_maps_of_files(const ParamValue& files) {
    const auto* list = files.get<ParamList>();
    if (!list)
        return files;
    ParamList result;
    for (const auto& entry : *list) {
        const auto file = file_from_value(entry);
        const bool is_plain = !file || *file == WeightedFile(file->path);
        result.push_back(is_plain ? entry : ParamValue(map_of_file(*file)));
    }
    return result;
}

}  // namespace tunebench

// WeightedFile: a data file or folder, and how much of it counts. In run files a path, or an object where
// more than the path is said; in forms and on command lines one text.
#pragma once

#include <string>
#include <vector>

#include "core/params/param_codec.h"

namespace tunebench {

struct WeightedFile {
    WeightedFile() = default;
    WeightedFile(std::string file) : path(std::move(file)) {}
    WeightedFile(const char* file) : path(file) {}

    std::string path = {};
    double weight = 1.0;       // how often an epoch reads each row: 2 twice, 0.5 half of the rows
    std::string slice = {};    // as RowSlice has it; empty: all rows
    bool is_held_out = false;  // not trained on but judged by; told by the field, so never written
    bool operator==(const WeightedFile&) const = default;
};

/// All rows of the path, to judge a model by.
WeightedFile held_out(std::string path);

/// "a.jsonl", "a.jsonl weight=2 slice=[:1000]".
std::string weighted_file_text(const WeightedFile& file);

/// What the text says: the words "weight=" and "slice=" at its end, and the path before them.
/// InvalidArgument for a weight that is no number above 0 and at most 1000, and for a slice that is none.
Result<WeightedFile> weighted_file_from_text(std::string_view text);

/// A list of texts or of maps {path, weight, slice} is read; texts are written.
template <>
struct ParamCodec<std::vector<WeightedFile>> {
    static constexpr ParamKind kKind = ParamKind::Files;
    static ParamValue to_value(const std::vector<WeightedFile>& files, const ParamSpec&);
    static Result<std::vector<WeightedFile>> from_value(const ParamValue& value, const ParamSpec& spec);
};

/// The value of a list of files as run files have it: a map instead of a text where more than the path is
/// said. Other values stay as they are.
ParamValue with_maps_of_files(const ParamValue& files);

}  // namespace tunebench

// ParamSpec: everything the form, the run file, the history, the command line and the documentation need to
// know about one parameter. No Qt and no torch types: the window decides how it looks.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/params/param_value.h"

namespace tunebench {

/// How deep a field lies in the form: the topic everybody sets, what one tunes next, what one rarely touches.
enum class ParamLevel { Basic, Advanced, Expert };

enum class ParamKind {
    Bool,
    Integer,
    Real,
    Text,
    Choice,
    RealList,
    TextList,
    TextOrList,
    TextMap,
    NumberMap,
    Files
};

/// What the text or number stands for, where the kind alone does not tell the form.
enum class ParamDisplay {
    Plain,
    Scientific,
    Folder,
    File,
    MultiLine,
    DataPath,  // a data file, or a folder of them
    Columns    // which column of the data files plays which part
};

struct Choice {
    std::string_view id;  // stored
    std::string_view label;
};

/// The parameter is editable only while parameter `key` of the same group has the value `equals`; with
/// `negated`, only while it has another one.
struct EnabledWhen {
    std::string_view key = {};
    ParamValue equals = true;
    bool negated = false;
};

struct ParamSpec {
    std::string_view key;  // stable: stored in run files and history; dots nest ("early_stopping.patience")
    std::string_view label = {};
    std::string_view help = {};     // one line: what it is
    std::string_view effect = {};   // one line: what more of it costs and brings (memory, time, quality)
    std::string_view details = {};  // on demand: the same at length, with usual values and pitfalls
    std::string_view unit = {};
    double min = std::numeric_limits<double>::lowest();
    double max = std::numeric_limits<double>::max();
    bool min_exclusive = false;
    int decimals = 4;                      // of a real number in the form
    std::span<const Choice> choices = {};  // in the order of the enum's values; a text may have some too
    ParamDisplay display = ParamDisplay::Plain;
    ParamLevel level = ParamLevel::Basic;
    EnabledWhen enabled_when = {};
    std::span<const std::string_view> aliases = {};  // former keys
    ParamKind kind = ParamKind::Text;                // filled by field<>()
    ParamValue default_value = {};                   // filled from the struct's member by field<>()
    bool required = false;
};

}  // namespace tunebench

// Labels of classification data: from what the rows say to class indices.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/data/example.h"
#include "core/data/examples.h"

namespace tunebench {

/// What is known of the labels before the data is read.
struct LabelSource {
    std::vector<std::string> known = {};  // of the model's config.json; empty: none
    bool is_fixed = false;  // others are an error; otherwise training data that has others brings its own set
};

/// Numbers labels in the order in which they come; once settled, the numbers are class indices and others are
/// errors. Labels are texts, whole numbers or booleans; a number is the same as its text, and true as "true".
class LabelTable {
public:
    /// `accepts_new`: labels may go on coming after settling (a preview reads only the first rows).
    explicit LabelTable(LabelSource source, bool accepts_new = false);

    /// Corrupt for another type, InvalidArgument for an unknown label; both begin with `place` ("a.jsonl line
    /// 3").
    Result<std::int32_t> number_of(const Json& value, const std::string& column, const std::string& place);

    /// After the training data: takes the known set where all labels are in it (or are indices of it), else
    /// the labels seen, in the order of numbers where all are, else of texts. InvalidArgument for less than
    /// two. The class of each number that number_of gave so far.
    Result<std::vector<std::int32_t>> settle();

    /// Goes on where another table has settled on these labels.
    void resume(std::vector<std::string> labels);

    /// Those that decide about the numbers of labels still to come: the classes, or before there are any the
    /// known set.
    const std::vector<std::string>& known_before() const { return is_settled_ ? labels_ : source_.known; }

    /// By class index, once settled.
    const std::vector<std::string>& labels() const { return labels_; }

private:
    std::vector<std::string> chosen_set() const;
    std::int32_t index_in(const std::vector<std::string>& set, const std::string& label) const;
    std::int32_t append(const std::string& label);

    LabelSource source_;
    bool accepts_new_;
    bool is_settled_;
    std::vector<std::string> labels_;
    std::map<std::string, std::int32_t, std::less<>> numbers_;
};

/// The example's label as text; empty where it has none.
std::string label_of(const Example& example, const std::vector<std::string>& labels);

/// How many examples have each label; none for data without labels.
std::vector<LabelCount> count_labels(const Examples& examples, const std::vector<std::string>& labels);

}  // namespace tunebench

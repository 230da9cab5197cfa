// ClassCounts: how often each class was right, predicted and true.
#pragma once

#include <cstdint>
#include <vector>

namespace tunebench {

class ClassCounts {
public:
    explicit ClassCounts(std::size_t classes) : classes_(classes) {}

    void add(std::int64_t predicted, std::int64_t truth);

    /// Share of examples with the right class; 0 without examples.
    double accuracy() const;

    /// Mean of 2·right / (predicted + true) over the classes that were predicted or true.
    double macro_f1() const;

private:
    struct Class {
        std::int64_t right = 0, predicted = 0, truth = 0;
    };
    std::vector<Class> classes_;
};

}  // namespace tunebench

// Examples: the examples of a data set in their order, wherever they are kept. Reads like a vector, but what
// it gives is read when it is asked for: a data set larger than memory costs no more than one that fits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <memory>
#include <vector>

#include "core/data/example.h"
#include "core/data/example_storage.h"

namespace tunebench {

/// Immutable; copies share what is stored. Reading throws as ExampleStorage does.
class Examples {
public:
    Examples() = default;

    /// In memory.
    Examples(const std::vector<Example>& examples);

    /// All that is stored. `class_of_label`: the class of each number that the labels of classified texts
    /// were given as they came; empty: the labels are classes.
    explicit Examples(std::shared_ptr<const ExampleStorage> storage,
                      std::vector<std::int32_t> class_of_label = {});

    /// Some of them in an order, some perhaps several times.
    Examples selected(const std::vector<std::int32_t>& indices) const;

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    Example operator[](std::size_t index) const;
    Example front() const { return (*this)[0]; }
    Example back() const { return (*this)[size_ - 1]; }

    /// In order, without reading tokens; the label is a class.
    void for_each_record(const std::function<void(const ExampleRecord&)>& visit) const;

    class Iterator {
    public:
        using value_type = Example;
        using difference_type = std::ptrdiff_t;

        Iterator() = default;
        Iterator(const Examples& examples, std::size_t index) : examples_(&examples), index_(index) {}
        Example operator*() const { return (*examples_)[index_]; }
        Iterator& operator++() { return ++index_, *this; }
        Iterator operator++(int) { return Iterator(*examples_, index_++); }
        bool operator==(const Iterator& other) const { return index_ == other.index_; }

    private:
        const Examples* examples_ = nullptr;
        std::size_t index_ = 0;
    };
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size_}; }

private:
    std::size_t stored_index(std::size_t index) const {
        return order_ ? static_cast<std::size_t>((*order_)[index]) : index;
    }
    ExampleRecord with_class(ExampleRecord record) const;

    std::shared_ptr<const ExampleStorage> storage_ = {};
    std::shared_ptr<const std::vector<std::int32_t>> order_ = {};  // null: all as they are stored
    std::vector<std::int32_t> class_of_label_ = {};
    std::size_t size_ = 0;
};

}  // namespace tunebench

// What others have measured and published of training's memory, as runs that our estimate can be asked for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/memory/estimate.h"

namespace tunebench::test {

enum class FigureOf { Peak, Weights };

struct PublishedFigure {
    std::string_view name;
    std::string_view source;
    std::string_view shape;  // of core/models/shapes.h
    std::vector<std::string> settings;
    double bytes = 0.0;
    FigureOf what = FigureOf::Peak;
    bool is_same_computation = false;  // else what they compute takes other bytes than what we do
    std::string_view why = {};         // ours differs
    std::int64_t batch_size = 1, length = 512;
};

std::span<const PublishedFigure> published_figures();

/// Of PEFT's comparison of methods, from the least to the most: what a method itself adds decides there.
std::span<const PublishedFigure> peft_order();

Result<std::uint64_t> our_bytes(const PublishedFigure& figure);

/// (ours − theirs) / theirs.
double difference(const PublishedFigure& figure, std::uint64_t ours);

}  // namespace tunebench::test

#include "core/run/general_data.h"

namespace tunebench {

DataSection general_data(DataSection data, std::vector<WeightedFile> files) {
    data.train = std::move(files);
    for (auto& file : data.train)
        file.is_held_out = true;
    data.validation.clear();
    data.validation_share = 0.0;
    data.deduplicate = false;
    data.layout = DataLayout::Auto;
    data.columns = {};
    data.loss_on = LossOn::All;
    return data;
}

}  // namespace tunebench

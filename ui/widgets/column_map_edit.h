// ColumnMapEdit: which column of a file plays which part, a choice a part. Parts and columns come from the
// owner as the layout and the file change; what is mapped to a column that the file lacks stays.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <QWidget>

class QGridLayout;
class QLabel;

namespace tunebench::ui {

class ComboEdit;

class ColumnMapEdit : public QWidget {
    Q_OBJECT

public:
    using Map = std::vector<std::pair<std::string, std::string>>;  // part, column

    explicit ColumnMapEdit(QWidget* parent = nullptr);

    /// The parts that can be mapped, and whether an example needs them.
    struct Part {
        std::string name = {};
        bool isRequired = true;
        bool operator==(const Part&) const = default;
    };
    void setChoices(std::vector<Part> parts, std::vector<std::string> columns);

    /// Parts that are called as their columns are do not appear.
    Map map() const;
    void setMap(const Map& map);

    ComboEdit* choice(const std::string& part) const;  // null for a part that is not shown

Q_SIGNALS:
    void mapChanged();

private:
    void rebuild();
    void fill(ComboEdit& choice, const Part& part) const;
    void onChosen(const std::string& part, const QString& column);

    std::vector<Part> parts_;
    std::vector<std::string> columns_;
    Map map_;
    QGridLayout* grid_ = nullptr;
    QLabel* note_ = nullptr;
    std::map<std::string, ComboEdit*> choices_;
};

}  // namespace tunebench::ui

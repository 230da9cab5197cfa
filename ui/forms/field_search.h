// FieldSearch: a line that finds fields of the form by what is typed: name, key, or a word of their
// explanation. Those of every depth are found, of the method that is chosen.
#pragma once

#include <vector>

#include <QLineEdit>

class QAbstractItemView;
class QCompleter;
class QStandardItemModel;

namespace tunebench::ui {

class RunForm;

struct FoundField {
    QString field = {};    // "optimizer.learning_rate"
    QString label = {};    // "Learning rate"
    QString section = {};  // "Optimizer"
    QString explanation = {};
};

/// In the order of the form; those of every depth, of the method that is chosen.
std::vector<FoundField> everyField(const RunForm& form);

/// The nearest first; those that are equally near in the order of the form.
std::vector<FoundField> findFields(const RunForm& form, const QString& typed);

class FieldSearch : public QLineEdit {
    Q_OBJECT

public:
    explicit FieldSearch(const RunForm& form, QWidget* parent = nullptr);

    QAbstractItemView* list() const;  // of what was found

Q_SIGNALS:
    void chosen(const QString& field);

private:
    void search();

    const RunForm& form_;
    QStandardItemModel* found_ = nullptr;
    QCompleter* completer_ = nullptr;
};

}  // namespace tunebench::ui

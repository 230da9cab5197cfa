#include "ui/widgets/path_list_edit.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/path_edit.h"

namespace tunebench::ui {

PathListEdit::PathListEdit(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kHalf);
    rows_ = new QVBoxLayout;
    rows_->setSpacing(spacing::kHalf);
    layout->addLayout(rows_);
    auto* add = new QPushButton(tr("Add another file or folder"), this);
    setButtonKind(add, ButtonKind::Link);
    layout->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] { addRow({})->setFocus(); });
    addRow({});
}

QStringList PathListEdit::paths() const {
    QStringList paths;
    for (const PathEdit* edit : findChildren<PathEdit*>())
        if (!edit->path().isEmpty() && !edit->isHidden())
            paths << edit->path();
    return paths;
}

void PathListEdit::setPaths(const QStringList& paths) {
    if (paths == this->paths())
        return;
    QSignalBlocker blocker(this);
    while (rows_->count() > 0)
        removeRow(rows_->itemAt(0)->widget());
    for (const QString& path : paths)
        addRow(path);
    if (paths.isEmpty())
        addRow({});
    blocker.unblock();
    Q_EMIT pathsChanged();
}

void PathListEdit::setRecent(RecentPaths& recent) {
    recent_ = &recent;
    for (PathEdit* edit : findChildren<PathEdit*>())
        edit->setRecent(recent);
}

PathEdit* PathListEdit::addRow(const QString& path) {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kHalf);
    auto* edit = new PathEdit(PathKind::FileOrFolder, row);
    edit->setFilter(dataFilesFilter());
    edit->setPath(path);
    if (recent_ != nullptr)
        edit->setRecent(*recent_);
    edit->setAccessibleName(tr("Training file or folder"));
    edit->lineEdit()->setAccessibleName(edit->accessibleName());
    layout->addWidget(edit, 1);
    auto* remove = new QToolButton(row);
    remove->setIcon(icon(QStringLiteral("close")));
    remove->setToolTip(tr("Remove this file"));
    remove->setAccessibleName(tr("Remove file"));
    layout->addWidget(remove);
    rows_->addWidget(row);
    connect(edit, &PathEdit::pathChanged, this, &PathListEdit::pathsChanged);
    connect(remove, &QToolButton::clicked, this, [this, row] {
        removeRow(row);
        if (rows_->count() == 0)
            addRow({});
        Q_EMIT pathsChanged();
    });
    remove->setVisible(rows_->count() > 1);
    updateFocusProxy();
    return edit;
}

void PathListEdit::removeRow(QWidget* row) {
    rows_->removeWidget(row);
    row->hide();              // else a layout that has yet to show it would show it as a window
    row->setParent(nullptr);  // out of findChildren now; its button may be sending
    row->deleteLater();
    updateFocusProxy();
}

void PathListEdit::updateFocusProxy() {
    setFocusProxy(findChild<PathEdit*>());
}

}  // namespace tunebench::ui

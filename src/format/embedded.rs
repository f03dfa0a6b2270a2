//! The checklists that come with the program.

/// File name and YAML of each.
pub const EMBEDDED: [(&str, &str); 2] = [
    (
        "taijiang-2022.yaml",
        include_str!("../../checklists/taijiang-2022.yaml"),
    ),
    (
        "fengze-2020.yaml",
        include_str!("../../checklists/fengze-2020.yaml"),
    ),
];
